import { type Culture, compounds, list } from './culture.ts';

export const indian: Culture = {
  weight: 7,
  middleNames: 12,
  family:
    list(`Sharma Patel Singh Kumar Gupta Shah Khan Reddy Das Verma Joshi Mehta Agarwal Mishra Nair Iyer Rao Jain Chopra Malhotra
Kapoor Bhatt Desai Chatterjee Banerjee Mukherjee Ghosh Bose Sen Dutta Chakraborty Pillai Menon Kurup Nambiar Krishnan Subramanian
Venkatesan Raghavan Srinivasan Narayanan Ramachandran Iyengar Hegde Shetty Kamath Pai Gowda Naidu Chowdhury Sinha Prasad Yadav Tiwari
Pandey Dubey Shukla Tripathi Chauhan Rathore Thakur Bhatia Sethi Khanna Arora Ahuja Bajaj Kohli Grewal Dhillon Sidhu Gill Sandhu Brar
Kulkarni Deshpande Patil Joglekar Gokhale Apte Phadke Bhosale Jadhav Pawar Shinde Gaikwad Solanki Parmar Trivedi Vyas Parekh Gandhi Modi`),
  female:
    list(`Priya Anjali Pooja Neha Sunita Anita Kavita Rekha Meena Lakshmi Sita Radha Geeta Asha Usha Deepa Divya Shreya Aishwarya
Ananya Aditi Isha Kiara Diya Saanvi Aadhya Nisha Ritu Shalini Swati Sneha Rashmi Preeti Jyoti Manisha Archana Vandana Sarita Kamala
Padma Saraswati Parvati Gayatri Harpreet Gurpreet Manpreet Simran Jaspreet Fatima Ayesha Zoya Nandini Malini Revathi Bhavana`),
  male: list(`Rahul Amit Raj Sanjay Vijay Rajesh Suresh Ramesh Mahesh Anil Sunil Ashok Vinod Manoj Arjun Rohan Aditya Arnav Vihaan Ishaan
Krishna Ravi Kiran Arun Ajay Deepak Prakash Mohan Gopal Hari Shankar Venkat Srinivas Ganesh Karthik Nikhil Varun Siddharth Abhishek Ankit
Harpreet Gurpreet Manpreet Jaspreet Imran Salman Farhan Mohammed Dev Kabir Reyansh Naveen Pradeep Satish Girish Dinesh Mukesh Rakesh`),
};

const syllables = 'Wei Li Jing Yan Hui Xiu Ying Mei Hong Yu Xin Zi Jia Ming Jun Yi Chen Hao Bo Tian Xiao Ya Rui Ze Zhi';

export const chinese: Culture = {
  weight: 5,
  middleNames: 0,
  family:
    list(`Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Han Feng Deng
Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Zhong Cui Tan Lau Chan Wong Cheung Ng Leung`),
  female: compounds(syllables, 'fang na min jing li yan juan xia ping hua yun lan mei ling rong qin xuan yi han tong'),
  male: compounds(
    syllables,
    'wei qiang lei jun yong jie tao ming chao gang peng hui bin hao yu bo xiang long feng kai',
  ),
};

export const vietnamese: Culture = {
  weight: 2,
  middleNames: 60,
  family: list(
    'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nguyen Tran Le Pham Hoang Vu Dang Bui Do Ngo Duong',
  ),
  female: list(
    'Linh Hương Lan Mai Hoa Thảo Trang Ngọc Phương Thu Hà Anh Yến Nhung Quỳnh Thanh Vy My Diệp Hạnh Loan Tuyết Xuân Oanh',
  ),
  male: list(
    'Minh Hùng Dũng Tuấn Long Nam Hải Quang Đức Phong Khoa Huy Bảo Thắng Sơn Trung Việt An Cường Hiếu Lâm Phúc Tài Vinh',
  ),
};

export const korean: Culture = {
  weight: 1,
  middleNames: 0,
  family: list(
    'Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Shin Seo Kwon Hwang Ahn Song Ryu Hong Jeon Ko Moon Bae Baek Heo Nam',
  ),
  female: compounds('Ji Min Seo Ha Ye Su Yu Hye Eun Chae So Da', 'yeon -young na eun ah -jin hee won -hyun rin'),
  male: compounds(
    'Min Ji Dong Sung Jae Hyun Joon Tae Young Seung Woo Ho',
    '-ho -joon soo hyuk -woo min -sung jin -hwan ki',
  ),
};

export const han: Culture = {
  weight: 2,
  middleNames: 0,
  family: list(
    `王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 韩 冯 邓 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 杜 欧阳 司马 上官`,
  ),
  female: list(
    `芳 娜 敏 静 丽 艳 娟 霞 萍 华 秀英 桂英 玉兰 婷 雪 慧 莹 佳怡 欣怡 梓涵 诗涵 雨桐 可馨 晓燕 淑珍 美玲 文静 思雨 语嫣 若曦`,
  ),
  male: list(
    `伟 强 磊 军 勇 杰 涛 明 超 刚 鹏 辉 斌 浩 宇 建国 建华 志强 志明 子轩 浩然 宇航 俊杰 文博 天宇 国强 晓东 海波 家豪 一鸣`,
  ),
};

export const arabic: Culture = {
  weight: 4,
  middleNames: 30,
  family:
    list(`Al-Masri El-Sayed Hassan Hussein Ahmed Mohamed Ibrahim Ali Abdullah Mahmoud Khalil Saleh Mansour Haddad Khoury Nasser
Al-Rashid Al-Farsi Al-Hashimi Al-Tamimi Al-Najjar Al-Khatib Al-Saleh Al-Ahmad Darwish Hamdan Saad Othman Yousef Suleiman Awad Qasim Zaki
Farouk Barakat Shaheen Sabbagh Najm Habib Rahman Aziz Karim Jaber Bakr Hamid Sharif Nouri Bishara Boutros Ghali Tahan Kanaan Attar Zaman`),
  female:
    list(`Fatima Aisha Maryam Khadija Zainab Noor Layla Sara Hana Amira Salma Yasmin Rania Dina Huda Mona Samira Nadia Leila Farah Lina
Rana Hala Iman Amal Sumaya Hafsa Ruqayya Asma Nour Reem Dalia Ghada Maha Suad Wafa Jamila Safiya Zahra Malak`),
  male: list(`Mohammed Ahmad Ali Omar Hassan Hussein Khaled Ibrahim Yusuf Mahmoud Mustafa Abdullah Abdul_Rahman Tariq Karim Samir Nabil Walid
Bilal Hamza Zaid Faisal Rashid Salim Anwar Jamal Adel Fadi Rami Ziad Marwan Bassam Hisham Imad Nasser Osama Sami Amir Idris Ismail`),
};

export const arabicScript: Culture = {
  weight: 2,
  middleNames: 15,
  family:
    list(`المصري السيد حسن حسين أحمد محمد إبراهيم علي عبدالله محمود خليل صالح منصور حداد خوري ناصر الراشد الفارسي الهاشمي التميمي
النجار الخطيب الأحمد درويش حمدان سعد عثمان يوسف سليمان عوض قاسم زكي فاروق بركات شاهين صباغ نجم حبيب عزيز كريم`),
  female: list(
    'فاطمة عائشة مريم خديجة زينب نور ليلى سارة هناء أميرة سلمى ياسمين رانيا دينا هدى منى سميرة نادية فرح لينا رنا هالة إيمان أمل',
  ),
  male: list(
    'محمد أحمد علي عمر حسن حسين خالد إبراهيم يوسف محمود مصطفى عبدالله طارق كريم سمير نبيل وليد بلال حمزة زيد فيصل راشد سالم أنور',
  ),
};
